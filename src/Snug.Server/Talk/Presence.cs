using Snug.Protocol;

namespace Snug.Server.Talk;

/// <summary>Who is here now, by whatever door. Names are unique.</summary>
internal sealed class Presence
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, UserName> here = new(StringComparer.Ordinal);
    private IReadOnlyList<UserName>? sorted = [];

    public bool TryEnter(UserName name)
    {
        lock (gate)
        {
            if (!here.TryAdd(name.Key, name)) return false;
            sorted = null;
            return true;
        }
    }

    public void Leave(UserName name)
    {
        lock (gate)
        {
            if (here.Remove(name.Key)) sorted = null;
        }
    }

    /// <summary>Everyone's names, sorted without regard to case; the same list until somebody comes or goes.</summary>
    public IReadOnlyList<UserName> Names()
    {
        lock (gate)
        {
            return sorted ??= [.. here.Values.OrderBy(name => name.Key, StringComparer.Ordinal)];
        }
    }
}
