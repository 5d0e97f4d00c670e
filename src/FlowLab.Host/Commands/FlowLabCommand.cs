using System.CommandLine;
using System.CommandLine.Invocation;
using FlowLab.Data;
using FlowLab.Engine;
using FlowLab.Host.Results;

namespace FlowLab.Host.Commands;

/// <summary>The command line: <c>flowlab</c> and its commands.</summary>
public static class FlowLabCommand
{
    private const string Description =
        """
        A lab for normalizing flows: trains every cell of an experiment manifest for many random seeds at once and writes a report.

        Exit codes:
          0    done
          1    unexpected error (--verbose shows its details)
          2    invalid input: command line, manifest, plugin, device or data file
          3    finished, but seeds were stopped, cells failed, or figures contradict each other; the report says which
          130  interrupted; go on with run --resume DIR
        """;

    private static readonly Option<bool> Verbose = new("--verbose") { Description = "Show full hashes, and the details of unexpected errors.", Recursive = true };

    // One for the process: options that commands share remember every command they were ever added to.
    private static readonly Lazy<RootCommand> Whole = new(Create);

    /// <summary>The whole command line.</summary>
    internal static RootCommand Root => Whole.Value;

    /// <summary>Runs a command.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="output">Where results go.</param>
    /// <param name="error">Where faults go.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter error)
    {
        // Checks of the command line ask what was typed and never for a value: one that was left out has none.
        ParseResult parsed = Root.Parse(arguments);
        (output, error) = (new PrintableOutput(output), new PrintableOutput(error));
        try
        {
            int code = parsed.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
            return parsed.Action is ParseErrorAction ? ExitCodes.InvalidInput : code;
        }
        catch (Exception refusal) when (refusal is FlowLabException or RunException or FlowLabEngineException or FlowLabDataException)
        {
            error.WriteLine(refusal.Message);
            WriteDetails(parsed, error, refusal);
            return ExitCodes.InvalidInput;
        }
        catch (OperationCanceledException)
        {
            error.WriteLine("interrupted; what was not complete is not kept");
            return ExitCodes.Interrupted;
        }
#pragma warning disable CA1031 // The last resort: one clear line instead of a crash.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            error.WriteLine($"flowlab failed unexpectedly with {failure.GetType().Name}: {failure.Message}");
            WriteDetails(parsed, error, failure);
            return ExitCodes.UnexpectedError;
        }
    }

    /// <summary>Whether <c>--verbose</c> was given.</summary>
    internal static bool IsVerbose(ParseResult parsed) => parsed.GetValue(Verbose);

    private static RootCommand Create()
    {
        RootCommand root = new(Description)
        {
            RunCommand.Create(), WatchCommand.Create(), CheckCommand.Create(), PluginsCommand.Create(), SchemaCommand.Create(), ReportCommand.Create(), CompareCommand.Create(), TuneCommand.Create(), RunsCommand.Create(), InitCommand.Create(),
            SampleCommand.Create(), DensityCommand.Create(), EncodeCommand.Create(), DecodeCommand.Create(), EvalCommand.Create(), ExportCommand.Create(), DataCommand.Create(), DevicesCommand.Create(), KernelsCommand.Create(), ExplainCommand.Create(), CompletionCommand.Create(), UiCommand.Create(), Verbose, PluginFolders.Only,
        };
        ExampleHelp.AddTo(root);
        BlankPaths.RefuseIn(root);
        return root;
    }

    private static void WriteDetails(ParseResult parsed, TextWriter error, Exception failure)
    {
        if (IsVerbose(parsed))
            error.WriteLine(failure);
    }
}
