using System.Buffers;
using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Http;
using Snug.Server.Doors.Http;
using Snug.Server.Talk;

namespace Snug.Micro;

/// <summary>A poll from where the request has been read until its answer has been written, over HTTP and over the line protocol.</summary>
public class Polling
{
    private const int News = 10;

    private readonly string token = Tokens.Create();
    private readonly ArrayBufferWriter<byte> output = new(64 * 1024);
    private QuietServer server = null!;
    private PollEndpoint endpoint = null!;
    private LineTalk talk = null!;
    private Session session = null!;
    private DefaultHttpContext nothingNew = null!, someNew = null!;
    private long before, upTo;

    [GlobalSetup]
    public async Task SetUp()
    {
        server = new();
        (endpoint, talk) = (server.MakePollEndpoint(), server.Service<LineTalk>());
        session = await server.EnterAsync("cindy", token);
        before = server.Service<Polls>().Head;
        await server.SayAsync(session, News);
        upTo = talk.BeginReading();
        nothingNew = server.Ask(token, $"?since={Cursor(upTo)}&wait=0");
        someNew = server.Ask(token, $"?since={Cursor(before)}&wait=0");
    }

    [GlobalCleanup]
    public async Task CleanUp() => await server.DisposeAsync();

    [Benchmark]
    public Task HttpNothingNew() => endpoint.InvokeAsync(nothingNew);

    [Benchmark]
    public Task HttpTenNewMessages() => endpoint.InvokeAsync(someNew);

    [Benchmark]
    public ValueTask<bool> LineNothingNew() => Read(upTo);

    [Benchmark]
    public ValueTask<bool> LineTenNewMessages() => Read(before);

    private ValueTask<bool> Read(long cursor)
    {
        session.Cursor = cursor;
        output.ResetWrittenCount();
        return talk.ReadAsync(session, talk.BeginReading(), output);
    }

    private string Cursor(long id) => server.Service<Cursors>().Write(id);
}
