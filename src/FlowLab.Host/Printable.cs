namespace FlowLab.Host;

/// <summary>Text that is safe on a terminal: what users, files and names put into messages must not steer it.</summary>
internal static class Printable
{
    /// <summary>The text with a question mark for every control character but line ends and tabs.</summary>
    public static string Of(string text) =>
        text.Any(IsUnsafe) ? string.Concat(text.Select(letter => IsUnsafe(letter) ? '?' : letter)) : text;

    /// <summary>As <see cref="Of(string)"/>, in one line.</summary>
    public static string InOneLine(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? '?' : letter));

    /// <summary>Whether a terminal would act on the character instead of showing it.</summary>
    public static bool IsUnsafe(char letter) => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t');
}
