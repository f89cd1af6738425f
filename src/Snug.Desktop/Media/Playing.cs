namespace Snug.Desktop.Media;

/// <summary>What is being played: one thing at a time.</summary>
internal sealed class Playing
{
    private Player? current;

    /// <summary>Something begins: what was playing before is silent.</summary>
    public void Begin(Player player)
    {
        if (current != player) current?.Pause();
        current = player;
    }

    /// <summary>Somebody wants silence: to be recorded, say.</summary>
    public void Stop() => current?.Pause();

    public void End(Player player)
    {
        if (current == player) current = null;
    }
}
