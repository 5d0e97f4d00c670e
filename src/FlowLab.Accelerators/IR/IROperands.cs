using System.Collections;

namespace FlowLab.Accelerators.IR;

/// <summary>The operands of a value, without copying them.</summary>
internal readonly struct IROperands(IRValue[] values, int count) : IReadOnlyList<IRValue>
{
    public int Count => count;

    public IRValue this[int index] => values[index];

    public IRValue this[Index index] => values[index.GetOffset(count)];

    public Enumerator GetEnumerator() => new(values, count);

    IEnumerator<IRValue> IEnumerable<IRValue>.GetEnumerator() => new ArraySegment<IRValue>(values, 0, count).AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<IRValue>)this).GetEnumerator();

    /// <summary>From the first operand to the last.</summary>
    internal struct Enumerator(IRValue[] values, int count)
    {
        private int _index = -1;

        public readonly IRValue Current => values[_index];

        public bool MoveNext() => ++_index < count;
    }
}
