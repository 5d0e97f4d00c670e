using System.CommandLine.Parsing;
using System.Globalization;

namespace FlowLab.Host.Commands;

/// <summary>Reads the numbers of the command line that may have a fraction.</summary>
internal static class PositiveNumber
{
    private const double Largest = 1e6;

    /// <summary>The number; null after a refusal.</summary>
    public static double? Parse(ArgumentResult argument)
    {
        string text = argument.Tokens.Count == 0 ? "" : argument.Tokens[^1].Value;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number is > 0 and <= Largest)
            return number;
        argument.AddError($"{(argument.Parent as OptionResult)?.Option.Name} is '{WholeNumber.Shown(text)}'; expected a number above 0 and at most {Largest.ToString("0", CultureInfo.InvariantCulture)}, such as 2.5.");
        return null;
    }
}
