using Snug.Desktop.Model;

namespace Snug.Desktop;

/// <summary>A chat that was entered, by whatever protocol.</summary>
internal interface ITalk : IAsyncDisposable
{
    Chat Chat { get; }

    /// <summary>Keeps the chat up to date until it is cancelled.</summary>
    Task RunAsync(CancellationToken cancel);
}
