using System.Runtime.InteropServices;

namespace Snug.Desktop.Gtk;

internal enum NewsKind { Ready, Ended, Failed, Warned, Loudness }

/// <summary>What a pipeline tells. <see cref="Loudness"/> is the amplitude, 0 to 1, of what was heard since the last such news.</summary>
internal readonly unsafe record struct PipelineNews(NewsKind Kind, Fault Fault = default, double Loudness = 0)
{
    // GstMessage on 64-bit systems: a mini object of 64 bytes, then the type.
    private const int TypeOffset = 64, Ended = 1 << 0, Error = 1 << 1, Warning = 1 << 2, Element = 1 << 15, Ready = 1 << 21;

    public static PipelineNews? From(nint message)
    {
        switch (Marshal.ReadInt32(message, TypeOffset))
        {
            case Ended: return new(NewsKind.Ended);
            case Ready: return new(NewsKind.Ready);
            case Error:
                Native.gst_message_parse_error(message, out var error, out var detail);
                return Tell(NewsKind.Failed, error, detail);
            case Warning:
                Native.gst_message_parse_warning(message, out var warning, out var more);
                return Tell(NewsKind.Warned, warning, more);
            case Element: return LoudnessIn(Native.gst_message_get_structure(message));
            default: return null;
        }
    }

    private static PipelineNews Tell(NewsKind kind, nint error, nint detail)
    {
        Native.g_free(detail);
        return new(kind, Fault.Take(error));
    }

    // The element "level" tells decibels for each channel.
    private static PipelineNews? LoudnessIn(nint structure)
    {
        if (structure == 0) return null;
        var value = Native.gst_structure_get_value(structure, "rms");
        if (value is null) return null;
        var first = Native.g_value_array_get_nth(Native.g_value_get_boxed(*value), 0);
        return first is null ? null : new(NewsKind.Loudness, Loudness: Math.Pow(10, first->AsDouble() / 20));
    }
}
