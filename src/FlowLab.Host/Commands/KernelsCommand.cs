using System.CommandLine;
using FlowLab.Host.Kernels;
using FlowLab.Host.Plugins;

namespace FlowLab.Host.Commands;

/// <summary><c>flowlab kernels</c>: the kernels of the engine and the plugins.</summary>
internal sealed class KernelsCommand
{
    private readonly Option<string[]> _plugins = PluginFolders.CreateOption();

    private readonly Option<bool> _json = JsonRows.CreateOption();

    private KernelsCommand()
    {
    }

    /// <summary>The command for the root.</summary>
    public static Command Create()
    {
        var kernels = new KernelsCommand();
        var command = new Command("kernels", "List the kernels of the engine and the plugins.") { kernels._plugins, kernels._json, ShowKernelCommand.Create() };
        command.SetAction(kernels.Execute);
        return command;
    }

    private int Execute(ParseResult parsed)
    {
        InvocationConfiguration console = parsed.InvocationConfiguration;
        using PluginCatalog plugins = PluginFolders.Load(parsed, _plugins);
        IReadOnlyList<KernelMethod> kernels = KernelCatalog.Of(plugins.Assemblies).Kernels;
        if (parsed.GetValue(_json))
            JsonRows.Write(console.Output, ["KERNEL", "INDEX", "ASSEMBLY"], kernels.Select(kernel => (string[])[kernel.Title, kernel.Index, kernel.Home.GetName().Name!]));
        else
            WriteTable(console.Output, kernels);
        foreach (PluginFault fault in plugins.Faults)
            console.Error.WriteLine(fault);
        return ExitCodes.Success;
    }

    private static void WriteTable(TextWriter output, IReadOnlyList<KernelMethod> kernels)
    {
        WriteRows(output, [("KERNEL", "INDEX", "ASSEMBLY"), .. kernels.Select(kernel => (kernel.Title, kernel.Index, kernel.Home.GetName().Name!))]);
        WriteCandidates(output, kernels);
    }

    private static void WriteRows(TextWriter output, IReadOnlyList<(string Kernel, string Index, string Assembly)> rows)
    {
        int kernels = rows.Max(row => row.Kernel.Length);
        int indices = rows.Max(row => row.Index.Length);
        foreach ((string kernel, string index, string assembly) in rows)
            output.WriteLine($"{kernel.PadRight(kernels)}  {index.PadRight(indices)}  {assembly}");
    }

    private static void WriteCandidates(TextWriter output, IReadOnlyList<KernelMethod> kernels)
    {
        string[] lines = [.. kernels.SelectMany(kernel => kernel.Parameters).Select(parameter => parameter.ToString()).Distinct()];
        if (lines.Length > 0)
            output.WriteLine();
        foreach (string line in lines)
            output.WriteLine(line);
    }
}
