namespace Snug.Client;

/// <summary>As many messages wait to be sent as may (<see cref="OutboxOptions.Capacity"/>, or 8 MiB of them): the message was not queued.</summary>
public sealed class OutboxFullException(int capacity)
    : ChatException($"{capacity} messages wait to be sent already; this one was not queued.");
