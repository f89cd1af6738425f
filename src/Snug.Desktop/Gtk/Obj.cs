namespace Snug.Desktop.Gtk;

/// <summary>
/// A borrowed GObject: its owner (a parent, a builder) keeps it alive. Wrappers that own their object leak as soon as a
/// handler captures the widget it is connected to.
/// </summary>
internal class Obj
{
    public nint Handle { get; init; }

    public void Set(string property, bool b)
    {
        using var value = Value.Of(b);
        Native.g_object_set_property(Handle, property, value);
    }

    public void Set(string property, int i)
    {
        using var value = Value.Of(i);
        Native.g_object_set_property(Handle, property, value);
    }

    public void Set(string property, double d)
    {
        using var value = Value.Of(d);
        Native.g_object_set_property(Handle, property, value);
    }

    public void Set(string property, string text)
    {
        using var value = Value.Of(text);
        Native.g_object_set_property(Handle, property, value);
    }

    public bool GetBoolean(string property)
    {
        var value = Value.ForBoolean();
        Native.g_object_get_property(Handle, property, ref value);
        using (value) return value.AsBoolean();
    }

    public int GetInt(string property)
    {
        var value = Value.ForInt();
        Native.g_object_get_property(Handle, property, ref value);
        using (value) return value.AsInt();
    }

    public double GetDouble(string property)
    {
        var value = Value.ForDouble();
        Native.g_object_get_property(Handle, property, ref value);
        using (value) return value.AsDouble();
    }

    public string GetText(string property)
    {
        var value = Value.ForText();
        Native.g_object_get_property(Handle, property, ref value);
        using (value) return value.AsText();
    }

    /// <summary>The object that a property refers to; borrowed from this one.</summary>
    public T GetObject<T>(string property) where T : Obj, new()
    {
        var value = Value.ForObject();
        Native.g_object_get_property(Handle, property, ref value);
        using (value) return new T { Handle = value.AsObject() };
    }

    public void On(string signal, Action handler) => On(signal, _ => { handler(); return false; });

    public void On(string signal, SignalHandler handler) =>
        Native.g_signal_connect_closure(Handle, signal, Closure.Make(handler), after: 0);

    /// <summary>Gives up an object that was made here and is not borrowed.</summary>
    public void Release() => Native.g_object_unref(Handle);
}
