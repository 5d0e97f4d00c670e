using ILGPU.IR;

namespace ILGPU.Backends.Cuda;

/// <summary>One move of a register or constant into the register of a phi.</summary>
internal readonly record struct PhiMove(string Target, string Source, IRType Type);

/// <summary>
/// Brings moves that happen at once into an order that one after the other has the same effect. A target that no other move still reads
/// can be written; where all are read by others, they form circles, and one register is put aside.
/// </summary>
internal static class PhiMoves
{
    internal static IEnumerable<PhiMove> InSequence(IEnumerable<PhiMove> moves, Func<IRType, string> newRegister)
    {
        List<PhiMove> pending = [.. moves.Where(move => move.Target != move.Source)];
        while (pending.Count > 0)
        {
            var index = pending.FindIndex(move => pending.All(other => other.Source != move.Target));
            if (index < 0)
                yield return BreakCircle(pending, newRegister);
            else
            {
                yield return pending[index];
                pending.RemoveAt(index);
            }
        }
    }

    private static PhiMove BreakCircle(List<PhiMove> pending, Func<IRType, string> newRegister)
    {
        var first = pending[0];
        var aside = newRegister(first.Type);
        for (var i = 0; i < pending.Count; i++)
        {
            if (pending[i].Source == first.Target)
                pending[i] = pending[i] with { Source = aside };
        }

        return new(aside, first.Target, first.Type);
    }
}
