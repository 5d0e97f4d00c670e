using System.CommandLine;
using FlowLab.Host.Errors;
using FlowLab.Host.Manifests;

namespace FlowLab.Host.Commands;

/// <summary><c>flowlab explain</c>: what a numbered error means and what to do.</summary>
internal static class ExplainCommand
{
    /// <summary>The command for the root.</summary>
    public static Command Create()
    {
        var number = new Argument<string>("number") { Description = "The number of an error, such as FLM012." };
        var command = new Command("explain", "Say what a numbered error means and what to do, as docs/errors.md does.") { number };
        command.SetAction(parsed => Execute(parsed.GetValue(number)!, parsed.InvocationConfiguration));
        return command;
    }

    private static int Execute(string number, InvocationConfiguration console)
    {
        if (ErrorCatalog.Find(number) is not { } error)
        {
            string near = NearestName.Find(number.ToUpperInvariant(), [.. ErrorCatalog.Errors.Select(known => known.Number)]);
            throw new FlowLabException("FLR028", $"there is no error '{WholeNumber.Shown(number)}'; expected a number such as FLM012{(near.Length > 0 ? $"; did you mean {near}?" : ".")}");
        }
        console.Output.WriteLine(ErrorCatalog.Section(error));
        return ExitCodes.Success;
    }
}
