using Snug.Client;

namespace Snug.Desktop.Accounts;

/// <summary>The chat cannot be entered from this computer now; the message says why in the person's language.</summary>
internal sealed class NotHereException(string reason, Exception inner) : ChatException(reason, inner);
