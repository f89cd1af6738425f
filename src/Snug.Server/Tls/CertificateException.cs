namespace Snug.Server.Tls;

/// <summary>A certificate or its key cannot be used: the message is one line for the operator.</summary>
internal sealed class CertificateException(string message, Exception? inner = null) : Exception(message, inner);
