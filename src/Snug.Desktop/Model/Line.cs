namespace Snug.Desktop.Model;

/// <summary>One thing in the conversation, with when it came to this window: the line protocol tells no other time.</summary>
internal abstract record Line(DateTimeOffset At);
