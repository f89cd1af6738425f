namespace Snug.Server.Store.Copying;

/// <summary>What a copy tells while it goes on.</summary>
internal abstract record CopyNews;

/// <param name="Doing">What is done with the rows: <c>copied</c>, <c>compared</c>.</param>
/// <param name="Done">Rows, those of an earlier run included.</param>
/// <param name="Total">Rows that there are.</param>
internal sealed record CopyStep(string Doing, string Table, long Done, long Total) : CopyNews;

/// <summary>A file that cannot be copied.</summary>
/// <param name="Name">What its sender calls it.</param>
/// <param name="Path">Where it should be.</param>
/// <param name="Reason">What is wrong with it, such as <c>is missing</c>.</param>
internal sealed record BadFile(string Name, string Path, string Reason) : CopyNews;

/// <summary>What the operator should know.</summary>
internal sealed record CopyRemark(string Text) : CopyNews;
