using System.Reflection.Emit;

namespace FlowLab.Accelerators.Tests.Kernels.Programs;

internal sealed partial class ProgramEmitter
{
    /// <summary>A condition as 0 or 1.</summary>
    private void Condition(ProgramNode node)
    {
        switch (node.Kind)
        {
            case ProgramNodeKind.AndAlso:
                Choose(node.Children[0], () => Expression(node.Children[1]), () => _il.Emit(OpCodes.Ldc_I4_0));
                break;
            case ProgramNodeKind.OrElse:
                Choose(node.Children[0], () => _il.Emit(OpCodes.Ldc_I4_1), () => Expression(node.Children[1]));
                break;
            case ProgramNodeKind.Not:
                Expression(node.Children[0]);
                Negate();
                break;
            default:
                Compare(node);
                break;
        }
    }

    private void Compare(ProgramNode node)
    {
        var type = node.Children[0].Type;
        Expression(node.Children[0]);
        Expression(node.Children[1]);

        // What is not there is the negation of its opposite, of which NaN makes the unordered form true.
        var (opcode, isNegated) = node.Text switch
        {
            "<" => (type.IsUnsigned ? OpCodes.Clt_Un : OpCodes.Clt, false),
            ">" => (type.IsUnsigned ? OpCodes.Cgt_Un : OpCodes.Cgt, false),
            "<=" => (type.IsUnsigned || type.IsFloat ? OpCodes.Cgt_Un : OpCodes.Cgt, true),
            ">=" => (type.IsUnsigned || type.IsFloat ? OpCodes.Clt_Un : OpCodes.Clt, true),
            _ => (OpCodes.Ceq, node.Text == "!="),
        };
        _il.Emit(opcode);
        if (isNegated)
            Negate();
    }

    private void Negate()
    {
        _il.Emit(OpCodes.Ldc_I4_0);
        _il.Emit(OpCodes.Ceq);
    }

    /// <summary>As the C# compiler does: with optimization by the branch of the opposite, without by a local of the condition.</summary>
    private void JumpUnless(ProgramNode node, Label target)
    {
        if (_program.IsDebug)
            JumpByLocal(node, target);
        else if (node.Kind == ProgramNodeKind.AndAlso)
            JumpUnlessBoth(node, target);
        else if (node.Kind == ProgramNodeKind.Compare)
            JumpUnlessCompared(node, target);
        else
            JumpUnlessValue(node, target);
    }

    private void JumpByLocal(ProgramNode node, Label target)
    {
        var condition = _il.DeclareLocal(typeof(bool));
        Expression(node);
        _il.Emit(OpCodes.Stloc, condition);
        _il.Emit(OpCodes.Ldloc, condition);
        _il.Emit(OpCodes.Brfalse, target);
    }

    private void JumpUnlessBoth(ProgramNode node, Label target)
    {
        JumpUnless(node.Children[0], target);
        JumpUnless(node.Children[1], target);
    }

    private void JumpUnlessValue(ProgramNode node, Label target)
    {
        var isNegated = node.Kind == ProgramNodeKind.Not;
        Expression(isNegated ? node.Children[0] : node);
        _il.Emit(isNegated ? OpCodes.Brtrue : OpCodes.Brfalse, target);
    }

    private void JumpUnlessCompared(ProgramNode node, Label target)
    {
        var type = node.Children[0].Type;
        var isUnordered = type.IsUnsigned || type.IsFloat;
        Expression(node.Children[0]);
        Expression(node.Children[1]);
        _il.Emit(
            node.Text switch
            {
                "<" => isUnordered ? OpCodes.Bge_Un : OpCodes.Bge,
                "<=" => isUnordered ? OpCodes.Bgt_Un : OpCodes.Bgt,
                ">" => isUnordered ? OpCodes.Ble_Un : OpCodes.Ble,
                ">=" => isUnordered ? OpCodes.Blt_Un : OpCodes.Blt,
                "==" => OpCodes.Bne_Un,
                _ => OpCodes.Beq,
            },
            target);
    }
}
