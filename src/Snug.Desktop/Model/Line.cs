namespace Snug.Desktop.Model;

/// <summary>One thing in the conversation.</summary>
/// <param name="Key">What it is found by, and stays for as long as it is shown: no two lines of a conversation have the same.</param>
/// <param name="At">When it was said; over the line protocol, which tells no other time, when it came to this window.</param>
internal abstract record Line(string Key, DateTimeOffset At)
{
    /// <summary>Nothing that was said waits behind it: what waits to be sent stands below all else.</summary>
    public virtual bool IsWaiting => false;
}
