using System.Runtime.InteropServices;

namespace Snug.Desktop.Gtk;

/// <summary>The widgets of one <c>.ui</c> file. It owns them until it is disposed; what has a parent by then lives on.</summary>
internal sealed unsafe class Builder : IDisposable
{
    private readonly string file;
    private readonly nint handle = Native.gtk_builder_new();

    /// <param name="file">A file of the folder <c>ui</c>; its <c>%Key%</c>s are replaced by texts.</param>
    /// <param name="texts">The language; null is the person's own.</param>
    /// <exception cref="InvalidOperationException">The file has a mistake; the message says where.</exception>
    public Builder(string file, Texts? texts = null)
    {
        this.file = file;
        var xml = WordsOf(file, texts ?? Texts.Current);
        fixed (byte* start = xml)
        {
            if (Native.gtk_builder_add_from_string(handle, start, xml.Length, out var error) != 0) return;
            throw new InvalidOperationException($"{file}: {MessageOf(error)}");
        }
    }

    public T Get<T>(string id) where T : Obj, new()
    {
        var found = Native.gtk_builder_get_object(handle, id);
        return found != 0 ? new T { Handle = found } : throw new InvalidOperationException($"{file} has no object \"{id}\".");
    }

    public void Dispose() => Native.g_object_unref(handle);

    private static byte[] WordsOf(string file, Texts texts)
    {
        try
        {
            return Wording.Fill(Resource.Read(file), key => texts[key]);
        }
        catch (KeyNotFoundException missing)
        {
            throw new InvalidOperationException($"{file}: {missing.Message}", missing);
        }
    }

    private static string MessageOf(nint error)
    {
        // GError: the domain and the code, 32 bits each, then the text.
        var message = Marshal.PtrToStringUTF8(Marshal.ReadIntPtr(error, 2 * sizeof(int)))!;
        Native.g_error_free(error);
        return message;
    }
}
