using BenchmarkDotNet.Attributes;
using Snug.Server.Events;
using Snug.Server.Store;

namespace Snug.Micro;

/// <summary>A message as bytes for both doors: made once, whoever reads it.</summary>
public class EncodingEvents
{
    private readonly EventEncoding encoding = new(new PublicUrl(() => "http://127.0.0.1:8080"), TimeProvider.System);
    private readonly MessageEvent message = new(124, 1, new MessageRecord
    {
        Id = 124,
        Room = 1,
        From = new(7, "cindy"),
        At = new DateTime(2025, 6, 1, 18, 30, 0, DateTimeKind.Utc),
        Text = "How about spaghetti tonight, or is it pizza again?",
        Nonce = "0f8fad5b-d9cb-469f-a165-70867728950e",
    });

    [Benchmark]
    public int Message() => encoding.Encode(message).Bytes;
}
