using System.Globalization;
using FlowLab.Accelerators.IR;

namespace FlowLab.Accelerators.OpenCl12;

/// <summary>
/// The names of a kernel in the source. Those of parameters start with their number, so that no keyword or function of OpenCL is among
/// them.
/// </summary>
internal sealed class OpenClNames
{
    private readonly Dictionary<IRParameter, string> _parameters = [];

    internal OpenClNames(IRKernel kernel)
    {
        EntryPoint = Identifier(kernel.Name);
        var taken = new HashSet<string>();
        foreach (var parameter in kernel.Parameters)
        {
            var name = Prefix(parameter) + Identifier(parameter.Name);
            var unique = name;
            for (var i = 2; !taken.Add(unique); i++)
                unique = string.Create(CultureInfo.InvariantCulture, $"{name}_{i}");
            _parameters[parameter] = unique;
        }
    }

    /// <summary>The kernel function: type and method.</summary>
    internal string EntryPoint { get; }

    internal string Of(IRParameter parameter) => _parameters[parameter];

    internal string Of(IRValue value) => value.Opcode switch
    {
        IROpcode.Const => OpenClLiteral.Of(value),
        IROpcode.Parameter => Of(value.Parameter!),
        IROpcode.Allocation => value.Allocation!.Name,
        _ => string.Create(CultureInfo.InvariantCulture, $"v{value.Id}"),
    };

    private static string Prefix(IRParameter parameter) => parameter.IsArgument
        ? string.Create(CultureInfo.InvariantCulture, $"p{parameter.Argument}_")
        : "at_";

    private static string Identifier(string name)
    {
        var text = new string([.. name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_')]);
        return text.Length == 0 || char.IsAsciiDigit(text[0]) || text[0] == '_' ? "k" + text : text;
    }
}
