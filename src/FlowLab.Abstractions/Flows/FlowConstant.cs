namespace FlowLab.Flows;

/// <summary>Numbers that a flow draws once per seed and never trains, such as a permutation or a rotation: without them its parameters say nothing.</summary>
/// <param name="Name">What it is called in exports: permutation, rotation.</param>
/// <param name="Layer">The layer it belongs to, counted from 0.</param>
/// <param name="Shape">Its axes, the last fastest.</param>
/// <param name="Values">Its numbers.</param>
public sealed record FlowConstant(string Name, int Layer, IReadOnlyList<int> Shape, float[] Values);
