using System.Collections.Generic;
using System.Linq;
using FlowLab.Generators.Analysis;
using FlowLab.Generators.Code;

namespace FlowLab.Generators.Writing;

/// <summary>z to the new z, with log-det and tape. The author's inverse is such a pass, too.</summary>
internal sealed class ForwardPass(LayerAnalysis analysis, IReadOnlyCollection<Variable> kept, bool keepsFeatures) : PassBuilder(analysis, kept, true)
{
    public List<Statement> Build() => Tidying.Tidy([.. Analysis.Uniform, .. keepsFeatures ? [Kept.Keep(Names)] : Enumerable.Empty<Statement>(), .. Forward(true)]);
}
