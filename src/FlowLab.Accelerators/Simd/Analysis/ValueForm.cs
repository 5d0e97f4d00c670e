namespace FlowLab.Accelerators.Simd;

/// <summary>How the value of all lanes is kept.</summary>
internal enum ValueForm
{
    /// <summary>One scalar stands for all lanes: all have it, or lane i has it plus i times a constant.</summary>
    Scalar,

    /// <summary>One vector: 32 bits per lane; of truth values all or none, of small integers the upper ones mean nothing.</summary>
    Vector,

    /// <summary>Two vectors, the lower and the upper half of the lanes: 64 bits per lane.</summary>
    Wide,

    /// <summary>Nowhere: users make what they need of it from its operands.</summary>
    Virtual,
}
