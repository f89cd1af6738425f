using System.Text.Json;

namespace Snug.Desktop.Settings;

/// <summary>Remembers the window from one start to the next. That is a convenience: nothing that goes wrong here stops anything.</summary>
internal sealed class WindowStateFile(string folder)
{
    // Fifty rooms, each with the longest name and a long address, are some kilobytes.
    private const int Longest = 64 * 1024;

    private readonly string path = Path.Combine(folder, "window.json");

    /// <summary>The one of the user who runs the program.</summary>
    public static WindowStateFile OfThisUser { get; } = new(Folders.State);

    /// <summary>How the window was left; as it is at first, when that is not known. A damaged file is set aside as <c>window.json.damaged</c>.</summary>
    public WindowState Read()
    {
        try
        {
            if (PrivateFile.Read(path, Longest) is not { } json) return new();
            return JsonSerializer.Deserialize(json, WindowStateJson.Default.WindowState)?.Sane() ?? throw new InvalidDataException();
        }
        catch (Exception damaged) when (damaged is JsonException or InvalidDataException)
        {
            SetAside();
            return new();
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return new();
        }
    }

    /// <returns>Whether it is kept.</returns>
    public bool TryWrite(WindowState state)
    {
        try
        {
            PrivateFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(state.Sane(), WindowStateJson.Default.WindowState));
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private void SetAside()
    {
        try
        {
            File.Move(path, path + ".damaged", overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Then the next one that is written takes its place.
        }
    }
}
