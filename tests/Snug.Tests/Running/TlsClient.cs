using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Snug.Tests.Running;

/// <summary>A client that speaks TLS with a door, and knows whom it spoke with. Every wait is bounded.</summary>
internal sealed class TlsClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly SslStream stream;
    private readonly StreamReader reader;

    private TlsClient(Socket socket, SslStream stream)
    {
        Socket = socket;
        this.stream = stream;
        reader = new StreamReader(stream, new UTF8Encoding(false));
    }

    public Socket Socket { get; }

    /// <summary>The thumbprint of the certificate that the server showed.</summary>
    public string Shown => Certificate.Thumbprint;

    public X509Certificate2 Certificate => (X509Certificate2)stream.RemoteCertificate!;

    /// <param name="port">The door's port.</param>
    /// <param name="root">The only root that the client trusts, without looking anything up; null to trust everybody.</param>
    /// <param name="protocols">The versions of TLS that it speaks.</param>
    /// <exception cref="AuthenticationException">The server is not trusted, or they have no version in common.</exception>
    public static async Task<TlsClient> ConnectAsync(int port, X509Certificate2? root = null, SslProtocols protocols = SslProtocols.None)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, port);
        var stream = new SslStream(new NetworkStream(socket, ownsSocket: true));
        var options = new SslClientAuthenticationOptions { TargetHost = "127.0.0.1", EnabledSslProtocols = protocols };
        if (root is null) options.RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is not null;
        else options.CertificateChainPolicy = Trusting(root);
        try
        {
            await stream.AuthenticateAsClientAsync(options).WaitAsync(Patience);
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
        return new TlsClient(socket, stream);
    }

    /// <summary>A client that trusts everybody and whose name was accepted.</summary>
    public static async Task<TlsClient> EnterAsync(int port, string name)
    {
        var client = await ConnectAsync(port);
        Assert.StartsWith("OK", await client.AskAsync(name));
        return client;
    }

    /// <summary>Sends one line and returns the reply line.</summary>
    public async Task<string?> AskAsync(string line)
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes(line + "\n")).AsTask().WaitAsync(Patience);
        return await ReadLineAsync();
    }

    public Task<string?> ReadLineAsync() => reader.ReadLineAsync().WaitAsync(Patience);

    public void Dispose() => stream.Dispose();

    public static X509ChainPolicy Trusting(X509Certificate2 root) => new()
    {
        TrustMode = X509ChainTrustMode.CustomRootTrust,
        CustomTrustStore = { root },
        DisableCertificateDownloads = true,
        RevocationMode = X509RevocationMode.NoCheck,
    };
}
