using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace FlowLab.Host.Commands;

/// <summary>Help that ends with an example, which says more than a list of options.</summary>
/// <param name="help">What writes the rest.</param>
internal sealed class ExampleHelp(HelpAction help) : SynchronousCommandLineAction
{
    /// <summary>An example of every command, by its words.</summary>
    public static IReadOnlyDictionary<string, string> Examples { get; } = new Dictionary<string, string>
    {
        ["run"] = "flowlab run manifests/figure3.json --preset quick --seeds 3 --set flow.0.length=16",
        ["watch"] = "flowlab watch manifest.json --plugins src/MyFlow/bin/Debug/net10.0",
        ["check"] = "flowlab check src/MyFlow/bin/Debug/net10.0/MyFlow.dll",
        ["plugins"] = "flowlab plugins --json",
        ["plugins describe"] = "flowlab plugins describe planar",
        ["schema"] = "flowlab schema --out manifests/flowlab.schema.json",
        ["report"] = "flowlab report runs/figure3 --out elsewhere",
        ["compare"] = "flowlab compare runs/figure3 --by method --figure nice-or-planar.pdf",
        ["tune"] = "flowlab tune manifests/tune-u3.json --budget 10m",
        ["runs"] = "flowlab runs --json",
        ["init"] = "flowlab init first.json --target U1 --flow planar --length 8 --seeds 5",
        ["sample"] = "flowlab sample runs/figure3 --cell U1-planar-8 --count 10000000 --out draws.npz",
        ["density"] = "flowlab density runs/figure3 --cell U1-planar-8 --at points.npy --out densities.csv",
        ["encode"] = "flowlab encode runs/table2-mnist --cell K-10 --at images.npy --threshold 0.5 --out latents.npz",
        ["decode"] = "flowlab decode runs/table2-mnist --cell K-10 --traverse 1,2,3 --out traversal.png",
        ["eval"] = "flowlab eval runs/figure3 --set evaluation.samples=100000",
        ["export"] = "flowlab export runs/figure3 --out export",
        ["data"] = "flowlab data list",
        ["data list"] = "flowlab data list --json",
        ["data get"] = "flowlab data get mnist",
        ["data verify"] = "flowlab data verify mnist",
        ["devices"] = "flowlab devices",
        ["kernels"] = "flowlab kernels --json",
        ["kernels show"] = "flowlab kernels show OptimizerKernels.Sgd --target simd",
        ["ui"] = "flowlab ui runs",
        ["explain"] = "flowlab explain FLM012",
        ["completion"] = "flowlab completion bash > ~/.local/share/bash-completion/completions/flowlab",
    };

    /// <summary>Gives every command of a root this help.</summary>
    public static void AddTo(RootCommand root)
    {
        HelpOption option = root.Options.OfType<HelpOption>().Single();
        option.Action = new ExampleHelp((HelpAction)option.Action!);
    }

    /// <summary>The words that lead to a command.</summary>
    public static string PathOf(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent and not RootCommand ? $"{PathOf(parent)} {command.Name}" : command.Name;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        int code = help.Invoke(parseResult);
        if (Examples.TryGetValue(PathOf(parseResult.CommandResult.Command), out string? example))
            parseResult.InvocationConfiguration.Output.WriteLine($"Example:\n  {example}\n");
        return code;
    }
}
