using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

// Within this process: the code that runs is the one that was built, with the project's own settings.
var job = (args.Contains("--quick") ? Job.ShortRun : Job.Default).WithToolchain(new InProcessEmitToolchain(new()));
var config = DefaultConfig.Instance.AddJob(job).AddDiagnoser(MemoryDiagnoser.Default).WithArtifactsPath(Path.Combine(AppContext.BaseDirectory, "results"));
string[] words = [.. args.Where(word => word != "--quick")];
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(words.Length > 0 ? words : ["--filter", "*"], config);
