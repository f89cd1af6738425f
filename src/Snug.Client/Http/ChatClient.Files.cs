using System.Net.Http.Headers;
using System.Runtime.ExceptionServices;

namespace Snug.Client;

// Pictures, sounds and other files.
public sealed partial class ChatClient
{
    /// <summary>
    /// Uploads a file; <see cref="NewMessage.Attachments"/> then names it. It may take as long as it takes, but not stand still for
    /// longer than <see cref="ChatOptions.StallTimeout"/>.
    /// </summary>
    /// <param name="name">The file's name, without a folder.</param>
    /// <param name="type">Its media type (RFC 6838), such as <c>image/png</c>.</param>
    /// <param name="content">
    /// Its bytes, read from where the stream stands to its end; at most <see cref="SessionLimits.UploadBytes"/>. The stream stays open.
    /// </param>
    /// <param name="progress">Told how many bytes have left, from any thread.</param>
    /// <param name="cancel">Gives the upload up: nothing remains of it.</param>
    /// <exception cref="ArgumentException"><paramref name="type"/> is not a media type.</exception>
    /// <exception cref="IOException"><paramref name="content"/> cannot be read.</exception>
    public async Task<Attachment> UploadAsync(
        string name, string type, Stream content, IProgress<long>? progress = null, CancellationToken cancel = default)
    {
        if (!MediaTypeHeaderValue.TryParse(type, out var mediaType)) throw new ArgumentException($"\"{type}\" is not a media type", nameof(type));

        using var patience = exchange.Patience(exchange.Options.StallTimeout);
        var body = new UploadContent(content, patience, progress);
        body.Headers.ContentType = mediaType;
        var request = Requests.Post($"/api/uploads?name={Requests.Escape(name)}");
        request.Content = body;
        request.Headers.ExpectContinue = body.Headers.ContentLength is not < Limits.AsksFirst;
        return await UnwrapAsync(exchange.AskAsync(request, ClientJson.Default.Attachment, patience, cancel)).ConfigureAwait(false);
    }

    /// <summary>Fetches a file. It may take as long as it takes, but not stand still for longer than <see cref="ChatOptions.StallTimeout"/>.</summary>
    /// <param name="file">The file, as a message carries it.</param>
    /// <param name="to">Where its bytes are written; what came before a failure stays there. The stream stays open.</param>
    /// <param name="progress">Told how many bytes have come, from any thread.</param>
    /// <param name="cancel">Gives the download up.</param>
    /// <exception cref="NonsenseException">More or fewer bytes came than <see cref="Attachment.Size"/>, or the address is not on the server.</exception>
    /// <exception cref="IOException"><paramref name="to"/> cannot be written.</exception>
    public async Task DownloadAsync(Attachment file, Stream to, IProgress<long>? progress = null, CancellationToken cancel = default)
    {
        using var patience = exchange.Patience(exchange.Options.StallTimeout);
        var download = new Download(file, to, patience, progress);
        await UnwrapAsync(exchange.RunAsync(exchange.Get(file.Url), download.ReceiveAsync, patience, cancel)).ConfigureAwait(false);
    }

    private static async Task<T> UnwrapAsync<T>(Task<T> transfer)
    {
        try
        {
            return await transfer.ConfigureAwait(false);
        }
        catch (CallerStreamException fault)
        {
            ExceptionDispatchInfo.Throw(fault.InnerException!);
            throw;
        }
    }
}
