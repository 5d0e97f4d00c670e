using FlowLab.Generators.Code;

namespace FlowLab.Generators.Reading;

/// <summary>What a symbol of the author's code stands for while it is read.</summary>
internal abstract class Value;
