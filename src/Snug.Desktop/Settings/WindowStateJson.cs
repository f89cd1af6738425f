using System.Text.Json.Serialization;

namespace Snug.Desktop.Settings;

[JsonSourceGenerationOptions(WriteIndented = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(WindowState))]
internal sealed partial class WindowStateJson : JsonSerializerContext;
