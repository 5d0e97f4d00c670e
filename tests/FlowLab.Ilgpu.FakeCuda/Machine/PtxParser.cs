using System.Globalization;
using System.Text.RegularExpressions;

namespace ILGPU.Tests.Cuda.Machine;

/// <summary>Reads the subset of PTX that the backend writes, and refuses everything else.</summary>
internal sealed partial class PtxParser
{
    private readonly PtxModule _module = new();
    private readonly Dictionary<string, int> _labels = [];
    private readonly string _text;
    private string _version = "";

    private PtxParser(string text) => _text = Comment().Replace(text, "");

    internal static PtxModule Parse(string text) => new PtxParser(text).Run();

    [GeneratedRegex("//[^\n]*")]
    private static partial Regex Comment();

    [GeneratedRegex(@"^\s*\.version (?<version>\d+\.\d+)\s*\.target (?<target>sm_\d+)\s*\.address_size 64\s*(?<externs>(\.extern[^;]*;\s*)*)"
        + @"\.visible \.entry (?<name>[A-Za-z][A-Za-z0-9_$]*)\(\s*(?<parameters>[^)]*?)\s*\)\s*(?<directives>[^{]*?)\s*\{(?<body>.*)\}\s*$", RegexOptions.Singleline)]
    private static partial Regex ModulePattern();

    [GeneratedRegex(@"^\.extern \.shared \.align (?<align>\d+) \.b8 (?<name>[A-Za-z][A-Za-z0-9_$]*)\[\]$")]
    private static partial Regex ExternPattern();

    [GeneratedRegex(@"^\.param \.(?<type>\w+) (?<name>[A-Za-z][A-Za-z0-9_$]*)$")]
    private static partial Regex ParameterPattern();

    [GeneratedRegex(@"^\.(?<space>shared|local) \.align (?<align>\d+) \.b8 (?<name>[A-Za-z][A-Za-z0-9_$]*)\[(?<size>\d+)\]$")]
    private static partial Regex VariablePattern();

    [GeneratedRegex(@"^\.reg \.(?<type>\w+) (?<prefix>%[a-z]+)<(?<count>\d+)>$")]
    private static partial Regex RegisterPattern();

    private PtxModule Run()
    {
        var module = ModulePattern().Match(_text);
        if (!module.Success)
            throw new PtxException("the module has another form than version, target, address size and one entry");
        _version = module.Groups["version"].Value;
        ParseTarget(module.Groups["target"].Value);
        _module.EntryName = module.Groups["name"].Value;
        ParseParameters(module.Groups["parameters"].Value);
        ParseDirectives(module.Groups["directives"].Value);
        var statements = Statements(module.Groups["body"].Value);
        foreach (var statement in statements)
            ParseStatement(statement);
        foreach (var text in Statements(module.Groups["externs"].Value))
            ParseExtern(text);
        Resolve();
        return _module;
    }

    private void ParseTarget(string target)
    {
        if (string.CompareOrdinal(_version, "6.0") < 0)
            throw new PtxException($"version {_version} has no .sync forms of warp operations");
        if (target != "sm_60")
            throw new PtxException($"the machine is one of sm_60, not of {target}");
    }

    private static string[] Statements(string body) => body.Split(';', '\n').Select(line => line.Trim()).Where(line => line.Length > 0).ToArray();

    private void ParseParameters(string text)
    {
        foreach (var parameter in text.Split(',').Select(part => part.Trim()).Where(part => part.Length > 0))
        {
            var match = Matched(ParameterPattern(), parameter);
            var size = PtxType.Parse(match.Groups["type"].Value).SizeInBytes;
            _module.Declare(match.Groups["name"].Value, "param", size, size);
        }

        if (_module.SizeOf("param") > 4096)
            throw new PtxException("the parameters of an entry have more than 4096 bytes");
    }

    private void ParseDirectives(string text)
    {
        foreach (var directive in text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0))
        {
            if (Regex.Match(directive, @"^\.maxntid (\d+), 1, 1$") is { Success: true } threads)
                _module.MaxThreads = int.Parse(threads.Groups[1].Value, CultureInfo.InvariantCulture);
            else if (!Regex.IsMatch(directive, @"^\.minnctapersm \d+$") || !text.Contains(".maxntid", StringComparison.Ordinal))
                throw new PtxException($"unknown directive {directive}");
        }
    }

    private void ParseExtern(string text)
    {
        var match = Matched(ExternPattern(), text);
        _module.Declare(match.Groups["name"].Value, "shared", 0, Number(match, "align"));
    }

    private void ParseStatement(string text)
    {
        if (text.StartsWith(".reg", StringComparison.Ordinal))
            ParseRegisters(Matched(RegisterPattern(), text));
        else if (text[0] == '.')
        {
            var match = Matched(VariablePattern(), text);
            _module.Declare(match.Groups["name"].Value, match.Groups["space"].Value, Number(match, "size"), Number(match, "align"));
        }
        else if (text.EndsWith(':'))
            ParseLabel(text[..^1]);
        else
            _module.Instructions.Add(PtxInstructionParser.Parse(_module, text));
    }

    private void ParseLabel(string name)
    {
        if (!Regex.IsMatch(name, @"^\$L_[A-Za-z0-9_]+$") || !_labels.TryAdd(name, _module.Instructions.Count))
            throw new PtxException($"label {name} is malformed or defined twice");
    }

    private void ParseRegisters(Match match)
    {
        var type = PtxType.Parse(match.Groups["type"].Value);
        for (var i = 0; i < Number(match, "count"); i++)
        {
            var name = $"{match.Groups["prefix"].Value}{i}";
            if (!_module.Registers.TryAdd(name, new(name, type, _module.Registers.Count)))
                throw new PtxException($"register {name} is declared twice");
        }
    }

    private void Resolve()
    {
        foreach (var instruction in _module.Instructions.Where(instruction => instruction.Operation.Slots is [{ Role: PtxRole.Label }]))
        {
            var label = ((PtxName)instruction.Operands[0]).Name;
            instruction.Target = _labels.TryGetValue(label, out var target) ? target : throw new PtxException($"no label {label}");
        }
    }

    private static Match Matched(Regex pattern, string text) =>
        pattern.Match(text) is { Success: true } match ? match : throw new PtxException($"cannot read: {text}");

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
}
