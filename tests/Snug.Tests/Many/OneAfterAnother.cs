namespace Snug.Tests.Many;

/// <summary>These start several servers and a database each: one after another, so that each has the machine's cores.</summary>
[CollectionDefinition(nameof(OneAfterAnother))]
public class OneAfterAnother : ICollectionFixture<SharedPostgres>;
