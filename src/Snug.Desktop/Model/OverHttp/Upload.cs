using Snug.Client;

namespace Snug.Desktop.Model.OverHttp;

/// <summary>A file on its way to the server, tried again until it is there, refused, or the person does not want it any more.</summary>
internal sealed class Upload(FileToSend file, ChatApi api, TimeProvider time) : IProgress<long>, IDisposable
{
    private static readonly TimeSpan FirstRest = TimeSpan.FromSeconds(1), LongestRest = TimeSpan.FromSeconds(15);

    private readonly CancellationTokenSource cancel = new();
    private bool isDisposed;

    public FileToSend File => file;

    /// <summary>The file as the server has it; null until then.</summary>
    public Attachment? Sent { get; private set; }

    /// <summary>Why it cannot be sent; null while it may.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Hears how many bytes have left; from any thread. Another may take its place at any time.</summary>
    public IProgress<long>? Progress { get; set; }

    /// <summary>It is there, or was refused.</summary>
    public event Action? Ended;

    public async Task RunAsync()
    {
        var stop = cancel.Token;
        for (var rest = FirstRest; ; rest = rest * 2 < LongestRest ? rest * 2 : LongestRest)
        {
            try
            {
                await using var content = file.Open();
                Sent = await api.UploadAsync(file.Name, file.Type, content, this, stop);
                break;
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception no) when (no is RefusedException { MayPass: false } or IOException or UnauthorizedAccessException)
            {
                Refusal = no is ChatException refused ? Texts.Current.Explain(refused) : no.Message;
                break;
            }
            catch (ChatException)
            {
                // The server is away, or busy: what is chosen waits for it.
            }
            if (!await RestAsync(rest, stop)) return;
        }
        Ended?.Invoke();
    }

    /// <summary>The person does not want it any more, or it has arrived.</summary>
    public void Dispose()
    {
        if (isDisposed) return;
        isDisposed = true;
        cancel.Cancel();
        cancel.Dispose();
    }

    void IProgress<long>.Report(long value) => Progress?.Report(value);

    private async Task<bool> RestAsync(TimeSpan rest, CancellationToken stop)
    {
        try
        {
            await Task.Delay(rest, time, stop);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
