using System.CommandLine.Parsing;
using System.Globalization;

namespace FlowLab.Host.Commands;

/// <summary>Reads the whole numbers of the command line; what is none is refused in words, not with the name of a type.</summary>
internal static class WholeNumber
{
    /// <summary>The number; null after a refusal.</summary>
    public static int? Parse(ArgumentResult argument)
    {
        string text = argument.Tokens.Count == 0 ? "" : argument.Tokens[^1].Value;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number))
            return number;
        argument.AddError($"{(argument.Parent as OptionResult)?.Option.Name} is '{Shown(text)}'; expected a whole number, such as 8.");
        return null;
    }

    /// <summary>The number; 0 after a refusal.</summary>
    public static int ParseOrZero(ArgumentResult argument) => Parse(argument) ?? 0;

    /// <summary>No control character of the command line reaches a terminal.</summary>
    public static string Shown(string text) => Printable.InOneLine(text);
}
