using System.Reflection.Emit;

namespace FlowLab.Accelerators.Tests.Kernels.Programs;

/// <summary>The IL of a random program, as the C# compiler would emit it.</summary>
internal sealed partial class ProgramEmitter
{
    private const int Fuel = 9;

    private readonly ILGenerator _il;
    private readonly RandomProgram _program;
    private readonly LocalBuilder[] _variables;
    private readonly Stack<(Label Break, Label Continue)> _loops = new();
    private readonly Label _end;

    private ProgramEmitter(ILGenerator il, RandomProgram program)
    {
        (_il, _program) = (il, program);
        _variables = [.. program.Variables.Select(type => il.DeclareLocal(type.Clr))];
        _end = il.DefineLabel();
    }

    internal static void Emit(ILGenerator il, RandomProgram program)
    {
        var emitter = new ProgramEmitter(il, program);
        emitter.Statement(program.Body);
        il.MarkLabel(emitter._end);
        il.Emit(OpCodes.Ret);
    }

    private void Statement(ProgramNode node)
    {
        if (_program.IsDebug)
            _il.Emit(OpCodes.Nop);
        switch (node.Kind)
        {
            case ProgramNodeKind.Block:
                foreach (var child in node.Children)
                    Statement(child);
                break;
            case ProgramNodeKind.Assign:
                Expression(node.Children[0]);
                _il.Emit(OpCodes.Stloc, _variables[node.Number]);
                break;
            case ProgramNodeKind.Store:
                Store(node);
                break;
            case ProgramNodeKind.If:
                If(node);
                break;
            case ProgramNodeKind.For:
                For(node);
                break;
            case ProgramNodeKind.While:
                While(node);
                break;
            case ProgramNodeKind.DoWhile:
                DoWhile(node);
                break;
            case ProgramNodeKind.Switch:
                Switch(node);
                break;
            default:
                _il.Emit(OpCodes.Br, node.Kind == ProgramNodeKind.Return ? _end : node.Kind == ProgramNodeKind.Break ? _loops.Peek().Break : _loops.Peek().Continue);
                break;
        }
    }

    /// <summary>An element of the instance's own results.</summary>
    private void Store(ProgramNode node)
    {
        ElementAddress(node.Text, () =>
        {
            Index();
            _il.Emit(OpCodes.Ldc_I4, RandomProgram.Results);
            _il.Emit(OpCodes.Mul);
            Masked(node.Children[0], RandomProgram.Results - 1);
            _il.Emit(OpCodes.Add);
        });
        Expression(node.Children[1]);
        _il.Emit(OpCodes.Stobj, node.Children[1].Type.Clr);
    }

    private void If(ProgramNode node)
    {
        var (otherwise, end) = (_il.DefineLabel(), _il.DefineLabel());
        JumpUnless(node.Children[0], otherwise);
        Statement(node.Children[1]);
        _il.Emit(OpCodes.Br, end);
        _il.MarkLabel(otherwise);
        Statement(node.Children[2]);
        _il.MarkLabel(end);
    }

    private void For(ProgramNode node)
    {
        var (body, test) = (_il.DefineLabel(), _il.DefineLabel());
        Set(node.Number, 0);
        _il.Emit(OpCodes.Br, test);
        _il.MarkLabel(body);
        Body(node.Children[1], out var labels);
        _il.MarkLabel(labels.Continue);
        Change(node.Number, 1);
        _il.MarkLabel(test);
        _il.Emit(OpCodes.Ldloc, _variables[node.Number]);
        Masked(node.Children[0], RandomProgram.LongestLoop);
        _il.Emit(OpCodes.Blt, body);
        _il.MarkLabel(labels.Break);
    }

    private void While(ProgramNode node)
    {
        var test = _il.DefineLabel();
        Set(node.Number, Fuel);
        _il.MarkLabel(test);
        var labels = (Break: _il.DefineLabel(), Continue: _il.DefineLabel());
        JumpIfEmpty(node.Number, labels.Break);
        JumpUnless(node.Children[0], labels.Break);
        Body(node.Children[1], labels);
        _il.MarkLabel(labels.Continue);
        Change(node.Number, -1);
        _il.Emit(OpCodes.Br, test);
        _il.MarkLabel(labels.Break);
    }

    private void DoWhile(ProgramNode node)
    {
        var body = _il.DefineLabel();
        Set(node.Number, Fuel);
        _il.MarkLabel(body);
        Body(node.Children[1], out var labels);
        _il.MarkLabel(labels.Continue);
        Change(node.Number, -1);
        JumpIfEmpty(node.Number, labels.Break);
        JumpUnless(node.Children[0], labels.Break);
        _il.Emit(OpCodes.Br, body);
        _il.MarkLabel(labels.Break);
    }

    private void Switch(ProgramNode node)
    {
        var end = _il.DefineLabel();
        Label[] cases = [.. node.Children.Skip(2).Select(_ => _il.DefineLabel())];
        Expression(node.Children[0]);
        _il.Emit(OpCodes.Switch, cases);
        Statement(node.Children[1]);
        for (var i = 0; i < cases.Length; i++)
        {
            _il.Emit(OpCodes.Br, end);
            _il.MarkLabel(cases[i]);
            Statement(node.Children[i + 2]);
        }

        _il.MarkLabel(end);
    }

    private void Body(ProgramNode body, out (Label Break, Label Continue) labels)
    {
        labels = (_il.DefineLabel(), _il.DefineLabel());
        Body(body, labels);
    }

    private void Body(ProgramNode body, (Label Break, Label Continue) labels)
    {
        _loops.Push(labels);
        Statement(body);
        _loops.Pop();
    }

    private void Set(int variable, int value)
    {
        _il.Emit(OpCodes.Ldc_I4, value);
        _il.Emit(OpCodes.Stloc, _variables[variable]);
    }

    private void Change(int variable, int by)
    {
        _il.Emit(OpCodes.Ldloc, _variables[variable]);
        _il.Emit(OpCodes.Ldc_I4, by);
        _il.Emit(OpCodes.Add);
        _il.Emit(OpCodes.Stloc, _variables[variable]);
    }

    private void JumpIfEmpty(int variable, Label target)
    {
        _il.Emit(OpCodes.Ldloc, _variables[variable]);
        _il.Emit(OpCodes.Ldc_I4_0);
        _il.Emit(OpCodes.Ble, target);
    }
}
