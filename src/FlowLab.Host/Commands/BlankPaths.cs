using System.CommandLine;
using System.CommandLine.Parsing;

namespace FlowLab.Host.Commands;

/// <summary>Refuses files and folders without a name, whichever command they are for: what a variable of the shell leaves that is not set.</summary>
internal static class BlankPaths
{
    private static readonly string[] Paths = ["DIR", "FILE"];

    /// <summary>Adds the check to every argument and every option for a path, of the command and those below it.</summary>
    public static void RefuseIn(Command command)
    {
        foreach (Option option in command.Options.Where(option => Paths.Contains(option.HelpName)))
            option.Validators.Add(result => Check(result, option.Name));
        foreach (Argument argument in command.Arguments)
            argument.Validators.Add(result => Check(result, $"the argument <{argument.Name}>"));
        foreach (Command child in command.Subcommands)
            RefuseIn(child);
    }

    private static void Check(SymbolResult result, string name)
    {
        if (result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
            result.AddError($"{name} is empty; look whether a variable of the shell is not set.");
    }
}
