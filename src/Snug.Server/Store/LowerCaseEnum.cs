using System.Text.Json;
using System.Text.Json.Serialization;

namespace Snug.Server.Store;

/// <summary>An enum as its word in lower case.</summary>
internal sealed class LowerCaseEnum<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false) where T : struct, Enum;
