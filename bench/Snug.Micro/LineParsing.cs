using System.Buffers;
using BenchmarkDotNet.Attributes;
using Snug.Protocol;
using Snug.Server.Doors.Line;

namespace Snug.Micro;

/// <summary>What the line door does with each request before anything is decided.</summary>
public class LineParsing
{
    private readonly ReadOnlySequence<byte> get = new("GET\n"u8.ToArray());
    private readonly ReadOnlySequence<byte> put = new("PUT: How about spaghetti tonight, or is it pizza again?\r\n"u8.ToArray());

    [Benchmark]
    public bool Get() => Take(get) == LineCommand.Get;

    [Benchmark]
    public bool Put() => Take(put) == LineCommand.Put;

    private static LineCommand Take(ReadOnlySequence<byte> buffer)
    {
        LineFraming.TryTake(ref buffer, out var line);
        return LineRequest.Parse(line.FirstSpan).Command;
    }
}
