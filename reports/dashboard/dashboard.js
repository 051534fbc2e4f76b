"use strict";
(() => {
  const figures = JSON.parse(document.getElementById("figures").textContent);
  const locale = figures.language === "en" ? "en-GB" : "fr-FR";
  const money = new Intl.NumberFormat(locale, { style: "currency", currency: figures.currency, maximumFractionDigits: 0 });
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  const ink = "#5b6875", line = "#dde3ea";
  const axis = (format) => ({ type: "value", axisLabel: { color: ink, formatter: (value) => format.format(value) }, splitLine: { lineStyle: { color: line } } });
  const shares = { ...axis(percent), min: 0, splitLine: { show: false } };
  const shared = {
    animation: false,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
    grid: { left: 8, right: 8, top: window.innerWidth < 560 ? 66 : 44, bottom: 8, containLabel: true },
    legend: { top: 4, left: 0, textStyle: { color: ink } },
  };
  const charts = [];
  const draw = (id, option) => {
    const place = document.getElementById(id);
    if (!place) return;
    const chart = echarts.init(place, null, { renderer: "canvas" });
    chart.setOption({ ...shared, ...option });
    charts.push(chart);
  };
  const tip = { trigger: "axis", formatter: undefined };

  const trend = figures.trend;
  const faded = (colour) => trend.young.map((young) => (young ? "#b9c6d2" : colour));
  const bars = (name, values, colour) => ({
    name, type: "bar", barMaxWidth: 28, tooltip: { valueFormatter: (value) => money.format(value) }, itemStyle: { color: colour },
    data: values.map((value, i) => ({ value: Number(value), itemStyle: { color: faded(colour)[i] } })),
  });
  draw("trend", {
    tooltip: tip,
    xAxis: { type: "category", data: trend.months, axisLabel: { color: ink } },
    yAxis: [axis(money), shares],
    series: [
      bars(trend.words.trend_by_order, trend.by_order, "#1f5f8b"),
      bars(trend.words.trend_by_return, trend.by_return, "#86b3d1"),
      { name: trend.words.trend_rate, type: "line", yAxisIndex: 1, symbolSize: 7, itemStyle: { color: "#b4441c" }, data: trend.rate.map(Number), tooltip: { valueFormatter: (value) => percent.format(value) } },
      ...(trend.before.some((rate) => rate !== null) ? [{ name: trend.words.trend_before, type: "line", yAxisIndex: 1, symbolSize: 5, itemStyle: { color: "#8a6d5b" }, lineStyle: { type: "dashed" }, data: trend.before.map((rate) => (rate === null ? null : Number(rate))), tooltip: { valueFormatter: (value) => (value === null || value === undefined ? "—" : percent.format(value)) } }] : []),
    ],
  });

  const pareto = figures.pareto;
  draw("pareto", {
    tooltip: tip,
    xAxis: { type: "category", data: pareto.reasons, axisLabel: window.innerWidth < 560 ? { color: ink, interval: 0, rotate: 55, fontSize: 10, width: 110, overflow: "truncate" } : { color: ink, interval: 0, width: 78, overflow: "break" } },
    yAxis: [axis(money), { ...shares, max: 1 }],
    series: [
      { name: pareto.words.trend_money, type: "bar", barMaxWidth: 48, itemStyle: { color: "#1f5f8b" }, data: pareto.credited.map(Number), tooltip: { valueFormatter: (value) => money.format(value) } },
      { name: pareto.words.cumulated, type: "line", yAxisIndex: 1, symbolSize: 7, itemStyle: { color: "#b4441c" }, data: pareto.cumulated.map(Number), tooltip: { valueFormatter: (value) => percent.format(value) } },
    ],
  });
  const tellHeight = () => { if (window.parent !== window) window.parent.postMessage({ height: document.documentElement.scrollHeight }, "*"); };
  const fit = () => { charts.forEach((chart) => chart.resize()); tellHeight(); };
  window.addEventListener("resize", fit);
  window.addEventListener("beforeprint", fit);
  document.addEventListener("change", tellHeight);
  document.addEventListener("toggle", tellHeight, true);
  tellHeight();
})();
