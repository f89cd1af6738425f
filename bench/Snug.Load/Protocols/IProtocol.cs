namespace Snug.Load.Protocols;

/// <summary>How the clients of one kind of chat speak. A further kind is a file with this and its <see cref="Dialogue"/>.</summary>
internal interface IProtocol
{
    /// <summary>What the report calls it.</summary>
    string Name { get; }

    /// <summary>Clients ask for what is new whenever their poll is due; else they wait for it, or are sent it.</summary>
    bool IsPolled { get; }

    /// <summary>How many of the first clients have to be in before the others come: they open the rooms.</summary>
    int Openers => 0;

    /// <summary>
    /// How many come at once: enough to keep a server busy with letting people in, few enough for its queue of connections that wait to be accepted.
    /// </summary>
    int AtOnce => 100;

    /// <param name="number">Which client, from 0.</param>
    Dialogue Client(int number);

    /// <summary>A second connection of a client, by which it speaks; null where it speaks by the one that it hears with.</summary>
    /// <param name="client">The client, which has come in.</param>
    Dialogue? Voice(Dialogue client) => null;

    /// <summary>What a client says on a new connection, after its own was closed, to leave; null where who closes has left.</summary>
    Dialogue? Goodbye(Dialogue client) => null;

    /// <summary>How many clients are owed a message of this one, itself among them where it hears what it said.</summary>
    int Audience(int number);
}
