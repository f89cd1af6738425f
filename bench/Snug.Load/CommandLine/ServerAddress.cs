namespace Snug.Load.CommandLine;

/// <summary>Where a server is.</summary>
internal sealed record ServerAddress(string Host, int Port)
{
    public override string ToString() => Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]:{Port}" : $"{Host}:{Port}";
}
