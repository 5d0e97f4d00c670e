using System.Reflection;
using System.Text;

namespace FlowLab.Accelerators.Tests.Kernels.Programs;

/// <summary>Random programs as C#, to read and to make tests of.</summary>
internal static class ProgramText
{
    internal static string Of(RandomProgram program)
    {
        var text = new StringBuilder();
        var parameters = program.Parameters.Select(parameter => parameter.Type == typeof(int) ? "int n" : $"ArrayView<{parameter.Name[2..]}> {parameter.Name}");
        text.Append($"// {program.Name}, {(program.IsDebug ? "debug" : "release")}\nstatic void Program(Index1D i, {string.Join(", ", parameters)})\n{{\n");
        for (var i = 0; i < program.Variables.Count; i++)
            text.Append($"    {program.Variables[i].Keyword} v{i} = default;\n");
        Append(text, program.Body, "    ");
        return text.Append("}\n").ToString();
    }

    private static void Append(StringBuilder text, ProgramNode node, string indent)
    {
        var inner = indent + "    ";
        switch (node.Kind)
        {
            case ProgramNodeKind.Block:
                foreach (var child in node.Children)
                    Append(text, child, indent);
                break;
            case ProgramNodeKind.If:
                AppendBraced(text, $"if ({Of(node.Children[0])})", node.Children[1], indent);
                if (node.Children[2].Children.Count > 0)
                    AppendBraced(text, "else", node.Children[2], indent);
                break;
            case ProgramNodeKind.For:
                AppendBraced(text, $"for (v{node.Number} = 0; v{node.Number} < ({Of(node.Children[0])} & {RandomProgram.LongestLoop}); v{node.Number}++)", node.Children[1], indent);
                break;
            case ProgramNodeKind.While:
                AppendBraced(text, $"for (v{node.Number} = 9; v{node.Number} > 0 && {Of(node.Children[0])}; v{node.Number}--)", node.Children[1], indent);
                break;
            case ProgramNodeKind.DoWhile:
                AppendBraced(text, $"v{node.Number} = 9; do", node.Children[1], indent);
                text.Append($"{indent}while (--v{node.Number} > 0 && {Of(node.Children[0])});\n");
                break;
            case ProgramNodeKind.Switch:
                text.Append($"{indent}switch ({Of(node.Children[0])})\n{indent}{{\n");
                for (var i = 1; i < node.Children.Count; i++)
                    AppendBraced(text, i == 1 ? "default:" : $"case {i - 2}:", node.Children[i], inner);
                text.Append($"{indent}}}\n");
                break;
            default:
                text.Append($"{indent}{OfSimple(node)};\n");
                break;
        }
    }

    private static void AppendBraced(StringBuilder text, string head, ProgramNode body, string indent)
    {
        text.Append($"{indent}{head}\n{indent}{{\n");
        Append(text, body, indent + "    ");
        text.Append($"{indent}}}\n");
    }

    private static string OfSimple(ProgramNode node) => node.Kind switch
    {
        ProgramNodeKind.Assign => $"v{node.Number} = {Of(node.Children[0])}",
        ProgramNodeKind.Store => $"{node.Text}[(i * {RandomProgram.Results}) + ({Of(node.Children[0])} & {RandomProgram.Results - 1})] = {Of(node.Children[1])}",
        _ => node.Kind.ToString().ToLowerInvariant(),
    };

    private static string Of(ProgramNode node)
    {
        string[] x = [.. node.Children.Select(Of)];
        return node.Kind switch
        {
            ProgramNodeKind.Constant => $"{ConstantOf(node)}",
            ProgramNodeKind.Variable => $"v{node.Number}",
            ProgramNodeKind.Index => "i.X",
            ProgramNodeKind.Uniform => "n",
            ProgramNodeKind.Load => $"{node.Detail}",
            ProgramNodeKind.Gather => $"{node.Text}[{x[0]} & {RandomProgram.LastGathered}]",
            ProgramNodeKind.Binary or ProgramNodeKind.Compare => $"({x[0]} {node.Detail} {x[1]})",
            ProgramNodeKind.Unary => $"({node.Detail}{x[0]})",
            ProgramNodeKind.AndAlso => $"({x[0]} && {x[1]})",
            ProgramNodeKind.OrElse => $"({x[0]} || {x[1]})",
            ProgramNodeKind.Not => $"!{x[0]}",
            ProgramNodeKind.Convert => $"({node.Type.Keyword}){(node.Detail is Type small ? $"({small.Name})" : "")}{x[0]}",
            ProgramNodeKind.Choose => $"({x[0]} ? {x[1]} : {x[2]})",
            _ => $"{((MethodInfo)node.Detail!).DeclaringType!.Name}.{((MethodInfo)node.Detail).Name}({string.Join(", ", x)})",
        };
    }

    private static string ConstantOf(ProgramNode node) => (node.Type, (long)node.Detail!) switch
    {
        (ProgramType.Float, var bits) => $"{BitConverter.Int32BitsToSingle((int)bits):R}f",
        (ProgramType.Double, var bits) => $"{BitConverter.Int64BitsToDouble(bits):R}",
        (ProgramType.Bool, var bits) => bits != 0 ? "true" : "false",
        (ProgramType.UInt, var bits) => $"{(uint)bits}u",
        (ProgramType.ULong, var bits) => $"{(ulong)bits}ul",
        (ProgramType.Long, var bits) => $"{bits}L",
        (_, var bits) => $"{bits}",
    };
}
