using System.CommandLine;
using System.CommandLine.Parsing;

namespace FlowLab.Host.Commands;

/// <summary>Options as they were typed, for a process that does part of the same work.</summary>
internal static class TypedOptions
{
    /// <summary>Names and values of those that the command line has, one argument each.</summary>
    public static IReadOnlyList<string> Of(ParseResult parsed, params IReadOnlyList<Option> wanted) =>
        [.. wanted.Select(option => parsed.GetResult(option)).OfType<OptionResult>().Where(result => !result.Implicit).SelectMany(Words)];

    private static IEnumerable<string> Words(OptionResult result) =>
        result.Tokens.Count == 0 ? [result.Option.Name] : result.Tokens.SelectMany(token => (IEnumerable<string>)[result.Option.Name, token.Value]);
}
