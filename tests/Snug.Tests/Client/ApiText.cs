using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Snug.Tests.Client;

/// <summary>A library's public surface as text: each public type, and what it declares, in order of their names.</summary>
internal static class ApiText
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly NullabilityInfoContext Nullability = new();

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(string)] = "string", [typeof(int)] = "int", [typeof(long)] = "long", [typeof(bool)] = "bool", [typeof(void)] = "void",
    };

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(Heading(type)).Append('\n');
            foreach (var line in Members(type).Order(StringComparer.Ordinal)) text.Append("  ").Append(line).Append('\n');
            text.Append('\n');
        }
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static string Heading(Type type)
    {
        if (type.IsEnum) return $"enum {type.Name}";
        var kind = type.GetMethod("<Clone>$") is null ? "class" : "record";
        var how = type switch { { IsAbstract: true, IsSealed: true } => "static ", { IsAbstract: true } => "abstract ", { IsSealed: true } => "sealed ", _ => "" };
        var bases = type.GetInterfaces().Where(face => face.Namespace == "System" && !face.IsGenericType && !type.BaseType!.GetInterfaces().Contains(face))
            .Select(face => face.Name).Order(StringComparer.Ordinal);
        var all = (type.BaseType == typeof(object) ? [] : new[] { type.BaseType!.Name }).Concat(bases).ToArray();
        return $"{how}{kind} {type.Name}{(all.Length > 0 ? " : " + string.Join(", ", all) : "")}";
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum) return Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture)}");

        return type.GetConstructors(Declared).Where(IsOffered).Select(made => $"new({Parameters(made)})")
            .Concat(type.GetProperties(Declared).Where(one => one.GetMethod is { } get && IsOffered(get, ofProperty: true)).Select(Property))
            .Concat(type.GetMethods(Declared).Where(one => !one.IsSpecialName && IsOffered(one)).Select(Method));
    }

    // What the compiler writes for every record is no decision of ours.
    private static bool IsOffered(MethodBase member) => IsOffered(member, ofProperty: false);

    private static bool IsOffered(MethodBase member, bool ofProperty) =>
        (member.IsPublic || member.IsFamily) && (ofProperty || member.GetCustomAttribute<CompilerGeneratedAttribute>() is null) &&
        !(ofProperty && member.Name == "get_EqualityContract");

    private static string Property(PropertyInfo property)
    {
        var required = property.GetCustomAttribute<RequiredMemberAttribute>() is null ? "" : "required ";
        var set = property.SetMethod is not { IsPublic: true } setter ? ""
            : setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? " init;" : " set;";
        return $"{Static(property.GetMethod!)}{required}{Name(property.PropertyType, Nullability.Create(property))} {property.Name} {{ get;{set} }}";
    }

    private static string Method(MethodInfo method) =>
        $"{Static(method)}{Name(method.ReturnType, Nullability.Create(method.ReturnParameter))} {method.Name}({Parameters(method)})";

    private static string Static(MethodInfo method) => method.IsStatic ? "static " : "";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(one =>
        $"{Name(one.ParameterType, Nullability.Create(one))} {one.Name}{(one.HasDefaultValue ? " = " + (one.DefaultValue ?? "default") : "")}"));

    private static string Name(Type type, NullabilityInfo nullability)
    {
        if (Nullable.GetUnderlyingType(type) is { } value) return Keywords.GetValueOrDefault(value, value.Name) + "?";
        var name = Keywords.GetValueOrDefault(type, type.Name);
        if (type.IsGenericType)
        {
            var inner = type.GetGenericArguments().Select((argument, i) => Name(argument, nullability.GenericTypeArguments[i]));
            name = $"{name[..name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", inner)}>";
        }
        return !type.IsValueType && nullability.ReadState == NullabilityState.Nullable ? name + "?" : name;
    }
}
