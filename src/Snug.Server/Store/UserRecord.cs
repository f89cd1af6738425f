using Snug.Protocol;

namespace Snug.Server.Store;

/// <summary>Somebody who has come into the chat. A guest who comes back another time is another user with the same name.</summary>
internal sealed record UserRecord(long Id, UserName Name);
