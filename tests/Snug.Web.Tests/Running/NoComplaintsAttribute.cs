using System.Collections.Concurrent;
using System.Reflection;
using Xunit.v3;

[assembly: Snug.Web.Tests.Running.NoComplaints]

namespace Snug.Web.Tests.Running;

/// <summary>
/// Fails a test when a page complained to one of its visitors. It is looked at when the test is over, so that a test which failed
/// of itself tells both.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class NoComplaintsAttribute : BeforeAfterTestAttribute
{
    private static readonly ConcurrentDictionary<string, ConcurrentQueue<Visitor>> Visitors = new();

    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (!Visitors.TryRemove(test.UniqueID, out var visitors)) return;
        var complaints = visitors.SelectMany(visitor => visitor.Complaints).ToList();
        Assert.True(complaints.Count == 0, "The page complained:\n" + string.Join('\n', complaints));
    }

    internal static void Watch(Visitor visitor) => Visitors.GetOrAdd(TestContext.Current.Test!.UniqueID, _ => []).Enqueue(visitor);
}
