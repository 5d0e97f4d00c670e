// Draws training curves with Plotly: a line per cell, a band where its seeds lie.

const colors = {
    light: ["#1f5f99", "#b35900", "#1b7f4b", "#a0257f", "#5b5bd6", "#7a6a00", "#c2352b", "#00808a"],
    dark: ["#7db8ee", "#f0a860", "#6fd196", "#ee8fd2", "#b0b0ff", "#d9c860", "#ff8a80", "#60d0d8"],
};

function traces(line, color) {
    const shared = { x: line.updates, mode: "lines", type: "scatter", legendgroup: line.name };
    const band = { ...shared, line: { width: 0 }, hoverinfo: "skip", showlegend: false };
    return [
        { ...band, y: line.low },
        { ...band, y: line.high, fill: "tonexty", fillcolor: color + "33" },
        { ...shared, y: line.mean, name: line.name, line: { color, width: 2 }, mode: line.updates.length > 1 ? "lines" : "markers", marker: { color, size: 8 } },
    ];
}

function layout(label, isLog, isDark) {
    const ink = isDark ? "#e8eef4" : "#16202a", grid = isDark ? "#33404c" : "#d5dbe1";
    const axis = { gridcolor: grid, zerolinecolor: grid, linecolor: grid, automargin: true, exponentformat: "power" };
    const counts = { ...axis, exponentformat: "none", separatethousands: true };
    return {
        paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)", font: { color: ink, family: "system-ui, sans-serif" },
        margin: { l: 10, r: 10, t: 10, b: 10 }, uirevision: label + isLog, hovermode: "x unified",
        hoverlabel: { bgcolor: isDark ? "#182028" : "#ffffff", font: { color: ink } },
        legend: { orientation: "h", y: 1.02, yanchor: "bottom" }, showlegend: true,
        xaxis: { ...counts, title: { text: "updates" } }, yaxis: { ...axis, title: { text: label }, type: isLog ? "log" : "linear" },
    };
}

export function draw(element, lines, label, isLog, isDark) {
    const palette = isDark ? colors.dark : colors.light;
    return Plotly.react(element, lines.flatMap((line, index) => traces(line, palette[index % palette.length])), layout(label, isLog, isDark),
        { responsive: true, displaylogo: false, modeBarButtonsToRemove: ["select2d", "lasso2d"] });
}

export function clear(element) {
    Plotly.purge(element);
}
